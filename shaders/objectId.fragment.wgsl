// Object-id pass, colour: which entity a pixel shows, low byte in red and high byte in green, 0 for none.
uniform objectId: vec2f;
@fragment
fn main(input: FragmentInputs) -> FragmentOutputs {
  fragmentOutputs.color = vec4f(uniforms.objectId, 0.0, 1.0);
}
