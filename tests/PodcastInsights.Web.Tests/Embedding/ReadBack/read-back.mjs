// Reads links as programs that show them do: by what the page says of itself and by the answer that it leads to.
// In: a list of addresses. Out: for each what oembed-extractor and unfurl.js make of it, or how they failed.
import { extract } from '@extractus/oembed-extractor';
import { unfurl } from 'unfurl.js';

let input = '';
for await (const part of process.stdin) input += part;

const tried = async read => {
  try {
    return await read();
  } catch (error) {
    return { error: error.message };
  }
};

const answers = [];
for (const address of JSON.parse(input)) {
  answers.push({
    extractor: await tried(() => extract(address, { maxwidth: 500, maxheight: 700 })),
    unfurl: await tried(() => unfurl(address, { timeout: 60_000 })),
  });
}

process.stdout.write(JSON.stringify(answers));
