// Cuts a 256 × 144 frame into 144 patches of 16 × 16: storage[patch × 768 + (y × 16 + x) × 3 + channel], 0..1.
@group(0) @binding(0) var frame: texture_2d<f32>;
@group(0) @binding(1) var<storage, read_write> patches: array<f32>;

const PATCH = 16u;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(frame);
  if (id.x >= size.x || id.y >= size.y) {
    return;
  }
  let colour = textureLoad(frame, id.xy, 0);
  let patch_index = (id.y / PATCH) * (size.x / PATCH) + id.x / PATCH;
  let pixel = (id.y % PATCH) * PATCH + id.x % PATCH;
  let at = (patch_index * PATCH * PATCH + pixel) * 3u;
  patches[at] = colour.r;
  patches[at + 1u] = colour.g;
  patches[at + 2u] = colour.b;
}
