/** Runs jobs one after the other: onnxruntime-web freezes for good if two runs overlap. */
export class SerialQueue {
  private tail: Promise<unknown> = Promise.resolve();

  /** Settles as the job does; a job that fails does not stop those after it. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.tail.then(job);
    this.tail = result.catch(() => undefined);
    return result;
  }
}
