// Filters, steps and processes are named in English, where the engine keeps them, and a form's own remarks are English: whoever
// reads Chinese sees them in Chinese. What a process owner or an administrator has named otherwise stands as they named it.
const NAMED = '.task-filters h4, .tasks-list li.task h4, .task-details .names, .modal-header, .modal .processes';
const REMARKS = '.fjs-form-field-error, .fjs-select-dropdown, .fjs-dropdownlist';
const SAYS = [
  [/^Field is required\.$/, '此项必填。'],
  [/^Field must have maximum length of (\d+)\.$/, '最多 $1 个字。'],
  [/^Field must have minimum length of (\d+)\.$/, '至少 $1 个字。'],
  [/^Field must have maximum value of (\S+)\.$/, '不得大于 $1。'],
  [/^Field must have minimum value of (\S+)\.$/, '不得小于 $1。'],
  [/^No results$/, '没有找到']
];

/** "Start process: Complaint" names one after a colon. */
function named(names, text) {
  return [text, text.slice(text.indexOf(': ') + 2)].find(name => Object.hasOwn(names, name));
}

function rename(names, text) {
  const said = text.nodeValue.trim();
  if (!said) {
    return;
  }
  const name = named(names, said);
  if (name && text.parentElement?.closest(NAMED)) {
    text.nodeValue = text.nodeValue.replace(name, names[name]);
  } else if (text.parentElement?.closest(REMARKS)) {
    const [remark, chinese] = SAYS.find(([one]) => one.test(said)) || [];
    if (remark) {
      text.nodeValue = said.replace(remark, chinese);
    }
  }
}

function renameBelow(names, node) {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = texts.currentNode; text; text = texts.nextNode()) {
    if (text.nodeType === Node.TEXT_NODE) {
      rename(names, text);
    }
  }
  if (node instanceof Element) {
    node.querySelectorAll('.fjs-container input[placeholder="Search"]').forEach(search => search.placeholder = '搜索');
  }
}

async function watch() {
  const answer = await fetch(new URL('desk-names-0.1.0.json', import.meta.url), {credentials: 'same-origin'}).catch(() => null);
  if (answer && answer.ok) {
    const names = await answer.json();
    new MutationObserver(changes => changes.forEach(change => change.type === 'characterData'
      ? rename(names, change.target) : change.addedNodes.forEach(node => renameBelow(names, node))))
      .observe(document.body, {subtree: true, childList: true, characterData: true});
    renameBelow(names, document.body);
  }
}

if (navigator.language.toLowerCase().startsWith('zh')) {
  watch();
}

export default {
  id: 'minyi-desk-names',
  pluginPoint: 'tasklist.header',
  priority: 0,
  render() {}
};
