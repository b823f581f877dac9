// Why a step was refused, as its reader reads it: without what the engine says before it, and in Chinese for whoever reads
// Chinese. One that is not known stands as the server said it.
import watch, {read} from './texts-0.1.0.js';

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

function reword(known, text) {
  if (text.parentElement?.closest(PLACES)) {
    const reworded = said(known, text.nodeValue);
    if (reworded !== text.nodeValue.trim()) {
      text.nodeValue = reworded;
    }
  }
}

async function inChinese() {
  return Object.entries(await read('refusals-0.1.0.json')).map(([sentence, chinese]) => [pattern(sentence), chinese]);
}

Promise.resolve(navigator.language.toLowerCase().startsWith('zh') ? inChinese() : [])
  .then(known => watch(text => reword(known, text)));

export default {
  id: 'minyi-refusals',
  pluginPoint: 'tasklist.header',
  priority: 0,
  render() {}
};
