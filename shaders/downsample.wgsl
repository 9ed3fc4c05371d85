// Shrinks the canvas to the frame: each pixel the mean of the canvas below it, by up to 8 × 8 taps; row 0 is the top.
@group(0) @binding(0) var canvas: texture_2d<f32>;
@group(0) @binding(1) var linear: sampler;

override frameWidth: f32 = 256;
override frameHeight: f32 = 144;

@vertex
fn place(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  // One triangle that covers the frame.
  return vec4f(f32(index % 2u) * 4.0 - 1.0, f32(index / 2u) * 4.0 - 1.0, 0.0, 1.0);
}

@fragment
fn shrink(@builtin(position) pixel: vec4f) -> @location(0) vec4f {
  let frame = vec2f(frameWidth, frameHeight);
  let taps = clamp(ceil(vec2f(textureDimensions(canvas)) / frame), vec2f(1.0), vec2f(8.0));
  var sum = vec3f(0.0);
  for (var y = 0.0; y < taps.y; y += 1.0) {
    for (var x = 0.0; x < taps.x; x += 1.0) {
      let inside = (vec2f(x, y) + 0.5) / taps - 0.5;
      sum += textureSampleLevel(canvas, linear, (pixel.xy + inside) / frame, 0.0).rgb;
    }
  }
  return vec4f(sum / (taps.x * taps.y), 1.0);
}
