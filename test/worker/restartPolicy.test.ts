import { describe, expect, it } from "vitest";
import { ModelError } from "../../src/model/manifest.js";
import { SLOW_GPU } from "../../src/worker/protocol.js";
import { RestartPolicy } from "../../src/worker/restartPolicy.js";
import { WorkerFault } from "../../src/worker/workerConnection.js";

const crash = () => new WorkerFault("crash", "out of memory");
const lost = () => new WorkerFault("device-lost", "driver reset");

describe("RestartPolicy", () => {
  it("doubles the delay with each fault in a row, and gives up at the fifth", () => {
    const policy = new RestartPolicy();
    const verdicts = [1, 2, 3, 4, 5].map(() => policy.judge(crash()));
    expect(verdicts.map((v) => v.kind)).toEqual(["restart", "restart", "restart", "restart", "give-up"]);
    expect(verdicts.slice(0, 4).map((v) => v.delaySeconds)).toEqual([0.5, 1, 2, 4]);
    expect(verdicts[4].warning).toContain("5 times in a row, last: out of memory");
  });

  it("starts counting anew after a decision", () => {
    const policy = new RestartPolicy();
    for (let i = 0; i < 4; i++) policy.judge(crash());
    policy.succeeded();
    expect(policy.judge(crash())).toMatchObject({ kind: "restart", delaySeconds: 0.5 });
  });

  it("does not try a wrong model again, also when the error came from a worker", () => {
    expect(new RestartPolicy().judge(new ModelError("wrong hash")).kind).toBe("give-up");
    const cloned = Object.assign(new Error("wrong hash"), { name: "ModelError" });
    expect(new RestartPolicy().judge(cloned)).toMatchObject({ kind: "give-up", topic: "model" });
  });

  it("leaves WebGPU after two lost devices, even with decisions between them", () => {
    const policy = new RestartPolicy();
    policy.judge(lost());
    expect(policy.wasmOnly).toBe(false);
    policy.succeeded();
    policy.judge(lost());
    expect(policy.wasmOnly).toBe(true);
    expect(policy.notes).toEqual(["WebGPU passed over: its device was lost 2 times"]);
  });

  it("goes to WASM at once and without a warning when the GPU is too slow to be measured", () => {
    const policy = new RestartPolicy();
    const slow = Object.assign(new Error("too slow"), { name: SLOW_GPU });
    expect(policy.judge(slow)).toMatchObject({ kind: "restart", delaySeconds: 0, warning: null });
    expect(policy.wasmOnly).toBe(true);
  });

  it("goes to WASM when the worker freezes while it tries WebGPU, not when it freezes later", () => {
    const frozen = new RestartPolicy();
    expect(frozen.judge(new WorkerFault("hang", "no answer", "measuring WebGPU")).warning).toBeNull();
    expect(frozen.wasmOnly).toBe(true);
    const later = new RestartPolicy();
    expect(later.judge(new WorkerFault("hang", "no answer")).warning).toContain("stopped answering");
    expect(later.wasmOnly).toBe(false);
  });
});
