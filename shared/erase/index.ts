export { Census } from './census';
export { scrubCommit, scrubFact, scrubState } from './scrub';
