import { expect, it } from "vitest";
import code from "../../shaders/patchify.wgsl?raw";
import { FRAME_HEIGHT, FRAME_WIDTH, PATCH_VALUES, PATCHES } from "../../src/model/observation.js";
import { patchify } from "../../src/model/patchify.js";

it("cuts patches on the GPU as on the CPU", async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter!.requestDevice();
  const rgba = new Uint8Array(FRAME_WIDTH * FRAME_HEIGHT * 4).map((_, i) => (i * 2654435761) >>> 24);
  const texture = device.createTexture({
    size: [FRAME_WIDTH, FRAME_HEIGHT],
    format: "rgba8unorm",
    usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST,
  });
  device.queue.writeTexture({ texture }, rgba, { bytesPerRow: FRAME_WIDTH * 4 }, [FRAME_WIDTH, FRAME_HEIGHT]);
  const size = PATCHES * PATCH_VALUES * 4;
  const patches = device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const out = device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  const module = device.createShaderModule({ code });
  const pipeline = device.createComputePipeline({
    layout: "auto",
    compute: { module, entryPoint: "patchify" },
  });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  const entries = [
    { binding: 0, resource: texture.createView() },
    { binding: 1, resource: { buffer: patches } },
  ];
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(FRAME_WIDTH / 16, FRAME_HEIGHT / 16);
  pass.end();
  encoder.copyBufferToBuffer(patches, 0, out, 0, size);
  device.queue.submit([encoder.finish()]);
  await out.mapAsync(GPUMapMode.READ);
  const gpu = new Float32Array(out.getMappedRange().slice(0));
  device.destroy();
  const cpu = patchify(rgba);
  expect(gpu.length).toBe(cpu.length);
  const worst = gpu.reduce((most, value, i) => Math.max(most, Math.abs(value - cpu[i])), 0);
  expect(worst).toBeLessThan(1e-6);
});
