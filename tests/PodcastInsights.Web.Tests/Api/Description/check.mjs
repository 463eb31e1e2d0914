// Reads { document, answers: [{ operation, status, mediaType, body }] } and writes what is wrong, one sentence each: with the description, by
// Redocly's rules, and with the answers, by the schemas that the description gives them. What is not described may not be answered.
import { createConfig, lintFromString } from '@redocly/openapi-core';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const input = JSON.parse(await new Response(process.stdin).text());
const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    'info-license': 'off', // the words are their speakers' and not the program's to license
    'no-invalid-media-type-examples': 'error',
    'no-invalid-parameter-examples': 'error',
    'operation-description': 'off',
    'parameter-description': 'error',
    'tag-description': 'error',
    'operation-operationId-url-safe': 'error',
    'no-unused-components': 'error',
    'no-ambiguous-paths': 'off', // an id with a point and another ending is told apart by the server
  },
});
const found = await lintFromString({ source: input.document, absoluteRef: 'openapi.json', config });
const wrong = found.map((one) => `${one.ruleId}: ${one.message} (${one.location.map((at) => at.pointer).join(', ')})`);

const document = JSON.parse(input.document);
for (const schema of Object.values(document.components.schemas)) {
  if (schema.properties && schema.additionalProperties === undefined) {
    schema.additionalProperties = false;
  }
}

const ajv = addFormats(new Ajv({ strict: false, allErrors: true, formats: { int32: true, int64: true, double: true } }));
ajv.addSchema({ $id: 'openapi.json', ...document });
const operations = new Map(Object.entries(document.paths).flatMap(([path, item]) => [[item.get.operationId, path]]));
const escaped = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');
for (const { operation, status, mediaType, body } of input.answers) {
  const path = operations.get(operation);
  const described = document.paths[path].get.responses[status];
  const pointer = described.$ref ?? `#/paths/${escaped(path)}/get/responses/${status}`;
  const content = (described.$ref ? document.components.responses[described.$ref.split('/').at(-1)] : described).content ?? {};
  if (!content[mediaType]) {
    wrong.push(`${operation} answered ${status} with ${mediaType}, which is not described`);
    continue;
  }

  // A file has no shape but its own.
  if (content[mediaType].schema.format !== 'binary') {
    const check = ajv.getSchema(`openapi.json${encodeURI(`${pointer}/content/${escaped(mediaType)}/schema`)}`);
    if (!check(JSON.parse(body))) {
      wrong.push(`${operation} ${status}: ${ajv.errorsText(check.errors)} in ${body.slice(0, 500)}`);
    }
  }
}

console.log(JSON.stringify(wrong));
