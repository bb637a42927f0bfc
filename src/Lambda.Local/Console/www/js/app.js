import * as api from "./api.js";
import { byId, h, say, tell } from "./dom.js";
import { store } from "./store.js";
import { faultInWords, some } from "./text.js";
import { showAccounts } from "./views/accounts.js";
import { showFunctions } from "./views/functions.js";
import { showRequests } from "./views/requests.js";
import { showRoutes } from "./views/routes.js";

/** @type {Record<string, { title: string, show: (main: HTMLElement, id: string, over: AbortSignal) => unknown }>} */
const views = {
  requests: { title: "Requests", show: showRequests },
  functions: { title: "Functions", show: showFunctions },
  routes: { title: "Routes", show: showRoutes },
  accounts: { title: "Accounts", show: showAccounts },
};

let over = new AbortController();

function address() {
  const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  return { name: name in views ? name : "requests", id: decodeURIComponent(rest.join("/")) };
}

function open() {
  const { name, id } = address();
  over.abort();
  over = new AbortController();

  document.title = `${views[name].title} – Local cloud`;
  byId("tabs").replaceChildren(...Object.entries(views).map(([key, view]) =>
    h("li", {}, h("a", { href: `#/${key}`, "aria-current": key === name && "page" }, view.title))));
  return views[name].show(byId("main"), id, over.signal);
}

function showFaults() {
  const alarm = byId("alarm");
  const words = store.faults.map(({ name, fault = {} }) => `${name} ${faultInWords(fault)}`).join("; ");
  if (alarm.dataset.words === words) return;

  alarm.dataset.words = words;
  alarm.hidden = words === "";
  alarm.replaceChildren(
    h("p", {}, h("strong", {}, "Made to misbehave: "), `${words}.`),
    h("button", { type: "button", onclick: () => api.clearFaults() }, "Take all back"));
}

function showPulse() {
  const pulse = byId("pulse");
  pulse.classList.toggle("live", store.isLive);
  say(pulse, store.isLive ? "Live" : "Waiting for the local cloud…");
}

// Screen readers hear what came in at the pace of speech, not at that of requests.
let [heard, failed, isWaiting] = [0, 0, false];

/** @param {Event} event */
function announce(event) {
  const { fresh } = /** @type {CustomEvent<{ fresh: api.Entry[] }>} */ (event).detail;
  heard += fresh.length;
  failed += fresh.filter((entry) => entry.failed).length;
  if (isWaiting || heard === 0) return;

  isWaiting = true;
  setTimeout(() => {
    say(byId("news"), `${some(heard, "new entry", "new entries")}${failed ? `, ${failed} failed` : ""}`);
    [heard, failed, isWaiting] = [0, 0, false];
  }, 4_000);
}

addEventListener("hashchange", open);
addEventListener("unhandledrejection", (event) => tell(event.reason?.message ?? String(event.reason)));
store.addEventListener("functions", showFaults);
store.addEventListener("live", showPulse);
store.addEventListener("requests", announce);
store.begin();
open();
