/** Calls across threads, each answered once: `{ call, method, args }` there, `{ answer, value | error }` back. */

/** A worker, a worker's own scope, or one end of a channel. */
export interface Port {
  postMessage(message: unknown, moved: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  /** Of a channel's end: it keeps its messages until it is started. */
  start?(): void;
}

type Method = (...args: never[]) => Promise<unknown>;
/** What can be called from another thread. */
export type Service<S> = { readonly [M in keyof S]: Method };

interface Call {
  readonly call: number;
  readonly method: string;
  readonly args: unknown[];
}

interface Answer {
  readonly answer: number;
  readonly value?: unknown;
  /** As plain data: classes do not cross. */
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The calling side. */
export class Calls<S extends Service<S>> {
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor(private readonly port: Port) {
    port.addEventListener("message", ({ data }) => this.settle(data as Answer | null));
  }

  /** Rejects with an error of the name and message that the other side threw, or if the arguments can't be sent. */
  call<M extends keyof S & string>(
    method: M,
    args: Parameters<S[M]>,
    moved: Transferable[] = [],
  ): Promise<Awaited<ReturnType<S[M]>>> {
    return new Promise((resolve, reject) => {
      this.port.postMessage({ call: ++this.count, method, args } satisfies Call, moved);
      this.waiting.set(this.count, { resolve: resolve as Waiting["resolve"], reject });
    });
  }

  private settle(data: Answer | null): void {
    const waiting = this.waiting.get(data?.answer ?? 0);
    if (!data || !waiting) return;
    this.waiting.delete(data.answer);
    if (data.error) waiting.reject(Object.assign(new Error(data.error.message), data.error));
    else waiting.resolve(data.value);
  }
}

/** The answering side: all own methods of `service` can be called. */
export function answerCalls<S extends Service<S>>(port: Port, service: S): void {
  port.addEventListener("message", ({ data }) => void answer(port, service, data as Call | null));
  port.start?.();
}

async function answer<S extends Service<S>>(port: Port, service: S, data: Call | null): Promise<void> {
  if (!data?.call) return;
  const back = (rest: Omit<Answer, "answer">) => port.postMessage({ answer: data.call, ...rest }, []);
  try {
    const method = service[data.method as keyof S] as unknown as (...args: unknown[]) => Promise<unknown>;
    back({ value: await method(...data.args) });
  } catch (thrown) {
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
    back({ error: { name, message, stack } });
  }
}
