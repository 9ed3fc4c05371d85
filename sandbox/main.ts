import "@fontsource-variable/figtree/index.css";
import "@fontsource-variable/fraunces/index.css";
import { startEngine } from "./engine.js";
import { openMuseum } from "./museum.js";
import { Player } from "./player/player.js";
import { readSettings } from "./settings.js";

const settings = readSettings(location.search);
const canvas = document.querySelector<HTMLCanvasElement>("#stage")!;
canvas.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;display:block";
const { engine, kind } = await startEngine(canvas, settings);
const museum = await openMuseum(engine, settings, (p) => console.log("progress", p));
const player = new Player(museum.scene, museum.obstacles, true);
Object.assign(window, { museum: { ...museum, player, kind } });
await museum.scene.whenReadyAsync();
engine.runRenderLoop(() => museum.scene.render());
window.addEventListener("resize", () => engine.resize());
Object.assign(window, { ready: true });
