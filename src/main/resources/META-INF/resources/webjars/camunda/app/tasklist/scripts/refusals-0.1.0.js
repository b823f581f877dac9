// Why a step was refused, as its reader reads it: without what the engine says before it, and in Chinese for whoever reads
// Chinese. One that is not known stands as the server said it.
const PLACES = '.notifications .message, .dossier-fold';
const BEFORE = /^(?:.*Exception while invoking (?:Task|Execution)Listener: |Cannot (?:submit|complete) [^:]*: )/s;

function pattern(sentence) {
  return new RegExp('^' + sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d}/g, '(.+?)') + '$');
}

function said(known, text) {
  const refusal = text.trim().replace(BEFORE, '');
  for (const [sentence, chinese] of known) {
    const facts = sentence.exec(refusal);
    if (facts) {
      return chinese.replace(/\{(\d)}/g, (all, at) => facts[Number(at) + 1]);
    }
  }
  return refusal;
}

function reword(known, node) {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = texts.currentNode; text; text = texts.nextNode()) {
    if (text.nodeType === Node.TEXT_NODE && text.nodeValue.trim() && text.parentElement?.closest(PLACES)) {
      const reworded = said(known, text.nodeValue);
      if (reworded !== text.nodeValue.trim()) {
        text.nodeValue = reworded;
      }
    }
  }
}

async function chinese() {
  const answer = await fetch(new URL('refusals-0.1.0.json', import.meta.url), {credentials: 'same-origin'}).catch(() => null);
  return answer && answer.ok
    ? Object.entries(await answer.json()).map(([sentence, translated]) => [pattern(sentence), translated]) : [];
}

async function watch() {
  const known = navigator.language.toLowerCase().startsWith('zh') ? await chinese() : [];
  new MutationObserver(changes => changes.forEach(change => change.type === 'characterData'
    ? reword(known, change.target) : change.addedNodes.forEach(node => reword(known, node))))
    .observe(document.body, {subtree: true, childList: true, characterData: true});
}

watch();

export default {
  id: 'minyi-refusals',
  pluginPoint: 'tasklist.header',
  priority: 0,
  render() {}
};
