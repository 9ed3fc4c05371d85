import "@fontsource-variable/figtree/index.css";
import "@fontsource-variable/fraunces/index.css";
import "./ui/style.css";
import { PerceptionOverlay } from "../src/explain/overlay.js";
import { Perception } from "../src/perception.js";
import { buildCast, giveMinds } from "./cast.js";
import { startEngine } from "./engine.js";
import { exposeHooks } from "./hooks.js";
import { hideable, openMuseum } from "./museum.js";
import { navigationMesh } from "./navigation.js";
import { Controls } from "./player/controls.js";
import { Player } from "./player/player.js";
import { polishPicture } from "./post.js";
import { readSettings } from "./settings.js";
import { drawThroughDoorsOnly } from "./sightlines.js";
import { MuseumSounds } from "./sounds.js";
import { StartCard } from "./ui/startCard.js";
import { Visit } from "./visit.js";

const settings = readSettings(location.search);
const ui = document.querySelector<HTMLElement>("#ui")!;
const canvas = document.querySelector<HTMLCanvasElement>("#stage")!;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
document.body.classList.toggle("plain", settings.quality === "low");
const card = new StartCard(settings);
ui.append(card.element);

await open().catch((error: unknown) => {
  card.tell(`The museum could not open: ${error instanceof Error ? error.message : String(error)}`);
  throw error;
});

async function open(): Promise<void> {
  // Labels in the rooms are painted with these fonts.
  await Promise.all(
    ["600 20px 'Fraunces Variable'", "500 20px 'Figtree Variable'"].map((font) => document.fonts.load(font)),
  );
  const { engine, kind, note } = await startEngine(canvas, settings);
  if (note) card.tell(note);
  card.progress("engine", 1);
  const model = { backend: settings.backend, wasmPaths: new URL("ort/", document.baseURI).href };
  window.addEventListener("resize", () => engine.resize());
  if (settings.scenario) {
    const { playScenarioFile } = await import("./scenarioStage.js");
    window.scenario = await playScenarioFile(settings.scenario, engine, ui, mindHome(), model);
    card.close();
    return;
  }
  const museum = await openMuseum(engine, settings, (share) => card.progress("art", share * 0.7));
  const { scene } = museum;
  const player = new Player(scene, museum.obstacles, calm);
  const bodies = buildCast(museum, calm);
  player.movingObstacles = () =>
    bodies.map(({ person }) => ({ x: person.root.position.x, z: person.root.position.z, radius: 0.24 }));
  if (settings.quality === "high") await polishPicture(scene, player.camera);
  await scene.whenReadyAsync();
  // Nothing changes its look from here on.
  for (const material of scene.materials) material.freeze();
  drawThroughDoorsOnly(scene, [...hideable(museum), ...bodies.map(({ person }) => person.root)]);
  card.progress("art", 0.85);
  const navigation = await navigationMesh(scene, museum.obstacles).catch((error: unknown) => {
    console.warn("No navigation mesh, people walk straight:", error);
    return null;
  });
  card.progress("art", 1);

  const perception = await Perception.attach(scene, { model });
  const cast = giveMinds(perception, museum, bodies, player.node, navigation);
  const sounds = await MuseumSounds.create(
    museum,
    player,
    bodies.map(({ person }) => person.root),
  );
  const overlay = new PerceptionOverlay(perception, { container: mindHome(), lines: false });
  const controls = new Controls(player, canvas, ui);
  const visit = new Visit({ ui, museum, player, controls, perception, cast, sounds, overlay });
  engine.runRenderLoop(() => scene.render());
  exposeHooks({
    museum,
    player,
    perception,
    cast,
    sounds,
    overlay,
    visit,
    engine,
    engineKind: kind,
    settings,
  });

  card.progress("model", 0.4);
  void perception.ready.then((ready) => {
    card.progress("model", 1);
    card.progress("backend", 1);
    if (!ready) card.tell("The model could not be loaded; simple rules decide for now.");
  });
  card.open();
  if (settings.autostart) card.close();
  else await card.entered;
  visit.enter();
}

function mindHome(): HTMLElement {
  const home = document.createElement("aside");
  home.className = "mind";
  home.id = "mind";
  home.tabIndex = -1;
  ui.prepend(home);
  return home;
}
