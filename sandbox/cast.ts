import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { ConversationBehavior } from "../src/behaviours/conversationBehavior.js";
import { EyeContactBehavior } from "../src/behaviours/eyeContactBehavior.js";
import { GazeBehavior } from "../src/behaviours/gazeBehavior.js";
import { GuidedTourBehavior } from "../src/behaviours/guidedTourBehavior.js";
import type { Navigation } from "../src/behaviours/navigation.js";
import type { Npc } from "../src/mind/npc.js";
import type { Perception } from "../src/perception.js";
import { CATALOGUE, TOUR } from "./art/exhibits/catalogue.js";
import { PersonAnimator } from "./art/people/animate.js";
import { ADA, MINA, type PersonLook, TEO } from "./art/people/looks.js";
import { buildPerson, type Person } from "./art/people/person.js";
import { ROOMS } from "./art/plan.js";
import type { Museum } from "./museum.js";
import { StrollBehavior } from "./stroll.js";
import { ANSWERS_OF_MINA, ANSWERS_OF_TEO, answersOfAda } from "./talk/answers.js";
import { TOUR_ASKED, TOUR_REFUSED } from "./talk/house.js";
import { Recollection } from "./talk/recollection.js";

export interface CastMember {
  readonly npc: Npc;
  readonly person: Person;
  readonly animator: PersonAnimator;
}

export interface Cast {
  readonly members: readonly CastMember[];
  readonly ada: Npc;
  readonly tour: GuidedTourBehavior;
}

/** Builds the bodies: early, so that they are in the first picture. */
export function buildCast(museum: Museum, calm: boolean): { person: Person; animator: PersonAnimator }[] {
  const places: readonly [PersonLook, number, number, number][] = [
    [ADA, 0.6, 4.2, Math.PI - 0.05],
    [TEO, 1.3, ROOMS[1]!.start + 5.5, Math.PI / 2 + 0.9],
    [MINA, -2.4, 2.4, -1.3],
  ];
  return places.map(([look, x, z, yaw], i) => {
    const person = buildPerson(museum.scene, museum.materials, look);
    person.root.position.set(x, 0, z);
    person.root.rotation.y = yaw;
    museum.castShadow(person.meshes);
    return { person, animator: new PersonAnimator(person, calm, i * 2.1) };
  });
}

/** Tells perception what there is, and gives the three their minds. */
export function giveMinds(
  perception: Perception,
  museum: Museum,
  bodies: readonly { person: Person; animator: PersonAnimator }[],
  visitor: TransformNode,
  navigation: Navigation | null,
): Cast {
  for (const { entry, node } of museum.exhibits) {
    const { id, label, names, description } = entry;
    perception.entities.add(node, { id, kind: "exhibit", label, names, description });
  }
  for (const { node, label, description } of museum.paintings)
    perception.entities.add(node, {
      id: node.name,
      kind: "exhibit",
      label,
      names: ["painting", "picture"],
      description,
    });
  for (const { node } of museum.stanchions)
    perception.entities.add(node, {
      id: node.name,
      kind: "prop",
      label: "barrier post",
      names: ["post", "rope"],
      description: "A brass barrier post with a velvet rope.",
      scenery: true,
    });
  const player = perception.setPlayer(visitor);
  const members = bodies.map(({ person, animator }) => {
    const { look, root, head, neck, face } = person;
    perception.entities.add(root, {
      id: look.id,
      kind: "npc",
      label: look.name,
      names: [look.role],
      description: look.description,
      size: [0.5, look.height, 0.4],
    });
    const npc = perception.addNpc(root, {
      name: look.name,
      role: look.role,
      bones: { head, neck, leftEye: face.leftEye, rightEye: face.rightEye },
    });
    npc.addBehavior(new GazeBehavior({ lids: [face.lids] }));
    npc.addBehavior(new EyeContactBehavior());
    return { npc, person, animator };
  });
  const [ada, teo, mina] = members.map((member) => member.npc) as [Npc, Npc, Npc];
  const talk = new ConversationBehavior({ answers: answersOfAda(new Recollection(ada)) });
  ada.addBehavior(talk);
  const stops = TOUR.map((id) => {
    const { say, themes } = CATALOGUE.find((entry) => entry.id === id)!;
    return { entity: id, say, themes };
  });
  const tour = new GuidedTourBehavior({
    stops,
    navigation,
    starts: "order",
    phrases: { greeting: "Please follow me." },
    ...(player ? { follow: player } : {}),
  });
  ada.addBehavior(tour);
  talk.onRepliedObservable.add(({ reply }) => {
    if (reply.answer === TOUR_ASKED) tour.start();
    else if (reply.answer === TOUR_REFUSED) tour.pause();
  });
  teo.addBehavior(new ConversationBehavior({ answers: ANSWERS_OF_TEO }));
  mina.addBehavior(new ConversationBehavior({ answers: ANSWERS_OF_MINA }));
  mina.addBehavior(new StrollBehavior({ navigation, stops: CATALOGUE.map((entry) => entry.id) }));
  return { members, ada, tour };
}
