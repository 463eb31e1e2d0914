// Reads feeds as a program does that shows them. In: a list of texts. Out: what feedsmith finds in each, by the format it takes it for.
import { parseFeed } from 'feedsmith';

let input = '';
for await (const part of process.stdin) input += part;
process.stdout.write(JSON.stringify(JSON.parse(input).map(text => parseFeed(text))));
