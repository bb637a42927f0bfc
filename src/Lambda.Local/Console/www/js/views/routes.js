import * as api from "../api.js";
import { h } from "../dom.js";

/**
 * The routes of the template.
 * @param {HTMLElement} main
 * @param {string} _
 * @param {AbortSignal} over
 */
export async function showRoutes(main, _, over) {
  const routes = await api.routes();
  if (over.aborted) return;

  main.replaceChildren(
    h("div.tools", {}, h("h1", {}, "Routes")),
    h("div.sheet.scroll", {}, h("table.reflow", {},
      h("thead", {}, h("tr", {},
        ...["Method", "Path", "Function", "Asks for"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...routes.map(row)))));
}

/** @param {api.Route} route */
const row = (route) => h("tr", {},
  h("td.code", {}, route.method),
  h("td.code", {}, route.api === "HTTP" ? route.path : `${route.path} (${route.api})`),
  h("td", {}, route.function),
  h("td", {}, asks(route)));

/** @param {api.Route} route */
function asks({ authorizer, scopes }) {
  if (!authorizer) return h("span.soft", {}, "nothing: public");
  if (authorizer !== "token") return `the function ${authorizer}`;
  return scopes.length > 0 ? `a token with ${scopes.join(" or ")}` : "a token";
}
