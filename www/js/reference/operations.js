// One route: how it is asked, and what it answers.
import { all, html } from "../dom.js";
import { prose, words } from "./prose.js";
import { entry, typeOf } from "./types.js";

/** @typedef {import("./description.js").Description} Description */
/** @typedef {import("./description.js").Operation} Operation */
/** @typedef {import("./description.js").Answer} Answer */
/** @typedef {{ method: string, path: string, operation: Operation }} Found */

/**
 * Every operation of a resource, in the order of the document.
 * @param {Description} description
 * @param {string} tag
 * @returns {Found[]}
 */
export const operationsOf = ({ paths }, tag) =>
  Object.entries(paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
    .filter(({ operation }) => operation.tags.includes(tag));

/**
 * @param {Found} found
 * @param {Description} description
 */
export function showOperation({ method, path, operation }, { components }) {
  const answers = Object.entries(operation.responses);
  const own = answers.filter(([, answer]) => !answer.$ref);
  const gateways = answers.filter(([, answer]) => answer.$ref);
  return html`
    <article id="${operation.operationId}" class="operation">
      <h3><span class="method">${method}</span> <code>${breakable(path)}</code></h3>
      <p class="lead">${operation.summary ?? ""}${operation.deprecated ? " (deprecated)" : ""}</p>
      ${prose(operation.description)}
      <p class="soft">${accessOf(operation)}</p>
      ${parametersOf(operation)}
      ${bodyOf(operation)}
      <h4>Answers</h4>
      <dl>${all(own.map(([code, answer]) => showAnswer(code, answer)))}</dl>
      <details>
        <summary>The gateway’s own: ${gateways.map(([code]) => code).join(", ")}</summary>
        <dl>${all(gateways.map(([code, { $ref = "" }]) =>
          showAnswer(code, components.responses[$ref.split("/").at(-1) ?? ""])))}</dl>
      </details>
    </article>`;
}

/** @param {Operation} operation */
function accessOf({ security }) {
  if (security.length === 0) return "Open to anybody.";
  const scopes = security.flatMap((each) => Object.values(each)).flat();
  return words(`Needs a token${scopes.length > 0 ? ` with the scope \`${scopes.join("`, `")}\`` : ""}.`);
}

/** @param {Operation} operation */
const parametersOf = ({ parameters }) => parameters ? html`
  <div>
    <h4>Parameters</h4>
    <dl>${all(parameters.map((each) =>
      entry(each.name, each.schema, each.required ? `in the ${each.in}` : `in the ${each.in}, optional`,
        each.description)))}</dl>
  </div>` : null;

/** @param {Operation} operation */
const bodyOf = ({ requestBody }) => requestBody ? html`
  <div>
    <h4>Body</h4>
    <p>
      ${all(Object.values(requestBody.content).map(({ schema }) => typeOf(schema)))}:
      ${words(requestBody.description)}
    </p>
  </div>` : null;

/**
 * @param {string} code
 * @param {Answer} answer
 */
const showAnswer = (code, { description, content, headers }) => html`
  <div>
    <dt>
      <code>${code}</code>
      <span class="kind">${all(Object.entries(content ?? {}).flatMap(bodyKind))}</span>
    </dt>
    <dd>
      ${words(description)}
      ${headers ? html`<dl>${all(Object.entries(headers).map(([name, header]) =>
        entry(name, header.schema, "header", header.description)))}</dl>` : null}
    </dd>
  </div>`;

/**
 * @param {[string, { schema: import("./description.js").Schema }]} body
 * @param {number} at
 */
const bodyKind = ([type, { schema }], at) =>
  [at === 0 ? "" : ", or ", schema.$ref ? typeOf(schema) : "message", type === "application/json" ? "" : ` (${type})`];

// A long path may end a line before each of its names.
/** @param {string} path */
const breakable = (path) => all(path.split(/(?=\/)/).flatMap((part) => [document.createElement("wbr"), part]));
