// Shows citations, which are fetched from the page of the words.
import { format } from './storage.js';

const dialog = document.getElementById('cite');
const { copied, failed } = document.getElementById('turn-menu').dataset;
const status = dialog.lastElementChild;

/** Shows the citations of a link; false where there are none. */
export async function showForms(link, back) {
  const answer = await fetch(link).catch(() => null);
  const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : '', 'text/html');
  const forms = page.querySelectorAll('details.cite > :not(summary)');
  if (!forms.length) return false;
  dialog.querySelector('div').replaceChildren(...forms);
  let name;
  for (const item of dialog.querySelectorAll('dt, dd')) {
    if (item.localName === 'dt') name = item.textContent;
    else item.append(copying(item.textContent, name));
  }
  status.textContent = '';
  dialog.onclose = () => back.focus({ preventScroll: true });
  dialog.showModal();
  return true;
}

function copying(text, name) {
  const button = document.createElement('button');
  button.textContent = format(dialog.dataset.copy, name);
  button.onclick = async () => {
    status.textContent = '';
    status.textContent = await navigator.clipboard.writeText(text).then(() => copied, () => failed);
  };
  return button;
}
