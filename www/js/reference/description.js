// The parts of OpenAPI 3.1 that the build writes, as types; see openapi.json.

/**
 * @typedef {{ $ref?: string, type?: string | string[], format?: string, description?: string, enum?: unknown[],
 *   items?: Schema, anyOf?: Schema[], properties?: Record<string, Schema>, required?: string[],
 *   additionalProperties?: boolean | Schema, minimum?: number, maximum?: number, minLength?: number,
 *   maxLength?: number, pattern?: string, default?: unknown, examples?: unknown[] }} Schema
 */
/** @typedef {Record<string, { schema: Schema }>} Content */
/** @typedef {{ description?: string, required?: boolean, schema: Schema }} Header */
/** @typedef {Header & { name: string, in: string }} Parameter */
/** @typedef {{ $ref?: string, description?: string, headers?: Record<string, Header>, content?: Content }} Answer */
/**
 * @typedef {{ operationId: string, tags: string[], summary?: string, description?: string, deprecated?: boolean,
 *   parameters?: Parameter[], requestBody?: { description?: string, required?: boolean, content: Content },
 *   responses: Record<string, Answer>, security: Record<string, string[]>[] }} Operation
 */
/**
 * @typedef {{ info: { title: string, version: string }, tags: { name: string, description?: string }[],
 *   paths: Record<string, Record<string, Operation>>,
 *   components: { schemas: Record<string, Schema>, responses: Record<string, Answer> } }} Description
 */

export {};
