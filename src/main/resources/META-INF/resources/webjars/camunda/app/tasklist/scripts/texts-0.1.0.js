// Everything that can be read on the page, as it stands there and as it comes: for scripts that say it otherwise.
function texts(node, see) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.currentNode; text; text = walker.nextNode()) {
    if (text.nodeType === Node.TEXT_NODE && text.nodeValue.trim()) {
      see(text);
    }
  }
}

// Calls back for each text, and for each part of the page that comes.
export default function watch(see, comes = () => {}) {
  const look = node => {
    texts(node, see);
    comes(node);
  };
  new MutationObserver(changes => changes.forEach(change => change.type === 'characterData'
    ? texts(change.target, see) : change.addedNodes.forEach(look)))
    .observe(document.body, {subtree: true, childList: true, characterData: true});
  look(document.body);
}

export async function read(file) {
  const answer = await fetch(new URL(file, import.meta.url), {credentials: 'same-origin'}).catch(() => null);
  return answer && answer.ok ? answer.json() : {};
}
