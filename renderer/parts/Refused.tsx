import { Notice } from './Notice';

/** Why what stands beside it was not carried out; read out when it comes, nothing while there is no reason. */
export function Refused({ why }: { why: string }) {
  return <div role="alert">{why && <Notice tone="bad">{why}</Notice>}</div>;
}
