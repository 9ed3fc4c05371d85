/** What a GPU was asked for. */
export interface GpuWork {
  readonly dispatches: number;
  readonly bytesReadBack: number;
}

/** Counts what all devices of this page do, by patching prototypes until it is disposed. */
export class GpuWorkCounter {
  private dispatches = 0;
  private bytesReadBack = 0;
  private readonly undo: (() => void)[] = [];

  constructor() {
    const pass = GPUComputePassEncoder.prototype;
    const direct = pass.dispatchWorkgroups;
    const indirect = pass.dispatchWorkgroupsIndirect;
    const map = GPUBuffer.prototype.mapAsync;
    const counter = this;
    pass.dispatchWorkgroups = function (...args) {
      counter.dispatches++;
      return direct.apply(this, args);
    };
    pass.dispatchWorkgroupsIndirect = function (...args) {
      counter.dispatches++;
      return indirect.apply(this, args);
    };
    GPUBuffer.prototype.mapAsync = function (mode, offset, size) {
      if (mode & GPUMapMode.READ) counter.bytesReadBack += size ?? this.size - (offset ?? 0);
      return map.call(this, mode, offset, size);
    };
    this.undo.push(() => {
      pass.dispatchWorkgroups = direct;
      pass.dispatchWorkgroupsIndirect = indirect;
      GPUBuffer.prototype.mapAsync = map;
    });
  }

  /** What was counted since the last call. */
  take(): GpuWork {
    const work = { dispatches: this.dispatches, bytesReadBack: this.bytesReadBack };
    this.dispatches = 0;
    this.bytesReadBack = 0;
    return work;
  }

  dispose(): void {
    for (const step of this.undo.splice(0)) step();
  }
}
