// Checks JSON values against the published schemas: reads one JSON request a line, {schema, value},
// and prints one line of JSON for each: [] or what is wrong.
import { readFileSync } from 'node:fs';

import Ajv2020 from '../../web/node_modules/ajv/dist/2020.js';

const names = ['event', 'file', 'kinds'];
const ajv = new Ajv2020.default({ allErrors: false, strict: true, strictTypes: false, strictRequired: false, strictTuples: false });
const schemas = names.map((name) => {
  const url = new URL(`../../docs/format/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
});
for (const schema of schemas) ajv.addSchema(schema);
const check = new Map(names.map((name, i) => [name, ajv.getSchema(schemas[i].$id)]));

for (const line of readFileSync(0, 'utf8').split('\n').slice(0, -1)) {
  const { schema, value } = JSON.parse(line);
  const validate = check.get(schema);
  const problems = validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
  console.log(JSON.stringify(problems));
}
