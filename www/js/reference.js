// The start of api.html: reads the API's description and shows it.
import { readConfig, readDescription } from "./api.js";
import { all, find, html } from "./dom.js";
import { inWords } from "./problem.js";
import { operationsOf, showOperation } from "./reference/operations.js";
import { anchor, prose } from "./reference/prose.js";
import { showType } from "./reference/types.js";

/** @typedef {import("./reference/description.js").Description} Description */

const page = find(document, "#reference", HTMLElement);

await start();

async function start() {
  try {
    const { api } = await readConfig();
    page.replaceChildren(...show(await readDescription(api), api));
  } catch (error) {
    page.replaceChildren(html`<p role="alert">${inWords(error)}</p>`);
    return;
  }

  // The browser looked for the place before it was there. Going there again marks it too, and takes the keyboard along.
  if (location.hash) location.replace(location.hash);
}

/**
 * @param {Description} description
 * @param {string} api
 */
function show(description, api) {
  const { info, tags, components } = description;
  const types = Object.entries(components.schemas);
  return [
    html`
      <header>
        <p><a href="/">Photos</a></p>
        <h1>The API</h1>
        <p class="soft">
          Version ${info.version} at <code>${api}</code>; for programs, in
          <a href="${api}/openapi.json">openapi.json</a>.
        </p>
      </header>`,
    html`
      <nav aria-label="Contents">
        ${all(tags.map(({ name }) => contents(name, operationsOf(description, name))))}
        <p><a href="#types">Types</a></p>
      </nav>`,
    ...tags.map((tag) => html`
      <section aria-labelledby="${anchor(tag.name)}">
        <h2 id="${anchor(tag.name)}">${tag.name}</h2>
        ${prose(tag.description)}
        ${all(operationsOf(description, tag.name).map((found) => showOperation(found, description)))}
      </section>`),
    html`
      <section aria-labelledby="types">
        <h2 id="types">Types</h2>
        <p class="soft">What requests and answers are made of.</p>
        ${all(types.map(([name, schema]) => showType(name, schema)))}
      </section>`,
  ];
}

/**
 * @param {string} name
 * @param {import("./reference/operations.js").Found[]} found
 */
function contents(name, found) {
  return html`
    <div>
      <p><a href="#${anchor(name)}">${name}</a></p>
      <ul>${all(found.map(({ method, path, operation }) => html`
        <li><a href="#${operation.operationId}"><span class="method">${method}</span> ${path}</a></li>`))}
      </ul>
    </div>`;
}
