// node openapi.mjs DOCUMENT [EXCHANGES]: one line for everything that is wrong with an OpenAPI document, or with it and
// what an API was seen to answer.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [documentPath, exchangesPath] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const document = read(documentPath);
const complaints = [];

const { valid, errors } = await new Validator().validate(read(documentPath));
if (!valid) complaints.push(...[errors].flat().map((error) => JSON.stringify(error)));

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
addFormats(ajv);
ajv.addSchema(closed(document), "api", false, false);
for (const name of Object.keys(document.components.schemas)) validatorAt("components", "schemas", name);
checkOperations();
if (exchangesPath) checkExchanges(read(exchangesPath));
process.stdout.write(complaints.map((line) => `${line}\n`).join(""));

// An answer with a member that nobody described is as wrong as one without a member that somebody did.
function closed(node) {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== "object") return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]));
  if (copy.type === "object" && copy.properties && copy.additionalProperties === undefined)
    copy.additionalProperties = false;
  return copy;
}

function validatorAt(...path) {
  const pointer = path.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
  return ajv.compile({ $ref: `api#/${pointer}` });
}

// What the specification says in words only.
function checkOperations() {
  const ids = new Set();
  for (const [path, item] of Object.entries(document.paths)) {
    const variables = [...path.matchAll(/\{(.+?)\}/g)].map((match) => match[1]).sort();
    for (const [method, operation] of Object.entries(item)) {
      const name = `${method} ${path}`;
      const described = (operation.parameters ?? []).filter((each) => each.in === "path").map((each) => each.name);
      if (described.sort().join() !== variables.join()) complaints.push(`${name} describes other variables`);
      if (ids.has(operation.operationId)) complaints.push(`${name} shares its operationId`);
      ids.add(operation.operationId);
      for (const scheme of (operation.security ?? []).flatMap(Object.keys))
        if (!document.components.securitySchemes[scheme]) complaints.push(`${name} names no scheme: ${scheme}`);
    }
  }
}

function checkExchanges(exchanges) {
  const met = new Set();
  for (const exchange of exchanges) checkExchange(exchange, met);
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item))
      for (const code of Object.keys(operation.responses).filter((code) => /^[23]/.test(code)))
        if (!met.has(`${method} ${path} ${code}`)) complaints.push(`${method} ${path} never answered ${code}`);
}

function checkExchange({ method, target, sent, status, headers: written, text }, met) {
  const headers = Object.fromEntries(Object.entries(written).map(([name, value]) => [name.toLowerCase(), value]));
  const name = `${method} ${target} → ${status}`;
  const path = pathOf(target);
  const operation = document.paths[path]?.[method];
  const code = [String(status), `${status}`[0] + "XX", "default"].find((each) => operation?.responses[each]);
  if (!code) return complaints.push(`${name} is not described`);

  met.add(`${method} ${path} ${code}`);
  const place = ["paths", path, method];
  if (sent && status < 300)
    check(`${name} sent`, sent, ...place, "requestBody", "content", "application/json", "schema");

  const answer = operation.responses[code];
  const component = answer.$ref?.split("/").at(-1);
  const found = component ? document.components.responses[component] : answer;
  checkHeaders(name, headers, found);
  if (!text) return found.content && complaints.push(`${name} has no body`);

  // The gateway sends some of its own answers without a type.
  const type = (headers["content-type"] ?? "application/json").split(";")[0];
  if (!found.content?.[type]) return complaints.push(`${name} is ${type}, which is not described`);
  const root = component ? ["components", "responses", component] : [...place, "responses", code];
  check(name, JSON.parse(text), ...root, "content", type, "schema");
}

function checkHeaders(name, headers, answer) {
  const described = Object.keys(answer.headers ?? {}).map((header) => header.toLowerCase());
  const ofTransport = /^(date|server|connection|transfer-encoding|content-.*|cache-control|apigw-.*|www-auth.*)$/;
  for (const header of Object.keys(headers))
    if (!ofTransport.test(header) && !described.includes(header)) complaints.push(`${name} has ${header}`);
}

function check(name, value, ...path) {
  const validate = validatorAt(...path);
  if (!validate(value))
    complaints.push(...validate.errors.map((error) => `${name}: ${error.instancePath} ${error.message}`));
}

// A path without variables goes first, as at the gateway.
function pathOf(target) {
  const [path] = target.split("?");
  if (document.paths[path]) return path;
  return Object.keys(document.paths).find((template) =>
    new RegExp(`^${template.replaceAll(/\{.+?\}/g, "[^/]+")}$`).test(path));
}
