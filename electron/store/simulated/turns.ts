/** Lets the event loop go round so many times: everything else that waits has its go. */
export async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left--) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
