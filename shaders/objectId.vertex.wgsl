// Object-id pass, places: each mesh where the player sees it, posed by its bones, morphs and instances.
attribute position: vec3f;
#include<bonesDeclaration>
#include<bakedVertexAnimationDeclaration>
#include<morphTargetsVertexGlobalDeclaration>
#include<morphTargetsVertexDeclaration>[0..maxSimultaneousMorphTargets]
#include<instancesDeclaration>
uniform viewProjection: mat4x4f;
@vertex
fn main(input: VertexInputs) -> FragmentInputs {
  var positionUpdated: vec3f = vertexInputs.position;
#include<morphTargetsVertexGlobal>
#include<morphTargetsVertex>[0..maxSimultaneousMorphTargets]
#include<instancesVertex>
#include<bonesVertex>
#include<bakedVertexAnimation>
  vertexOutputs.position = uniforms.viewProjection * (finalWorld * vec4f(positionUpdated, 1.0));
}
