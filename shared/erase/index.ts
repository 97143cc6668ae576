export { Census } from './census';
export { scrubCommit, scrubFact, scrubState } from './scrub';
export { isConfirmed } from './confirm';
