// Filters, steps and processes are named in English, where the engine keeps them, and a form's own remarks are English: whoever
// reads Chinese sees them in Chinese. What a process owner or an administrator has named otherwise stands as they named it.
import watch, {read} from './texts-0.1.0.js';

const NAMED = '.task-filters h4, .tasks-list li.task h4, .task-details .names, .modal-header, .modal .processes';
const REMARKS = '.fjs-form-field-error, .fjs-select-placeholder, .fjs-dropdownlist';
const SAYS = [
  [/^Field is required\.$/, '此项必填。'],
  [/^Field must have maximum length of (\d+)\.$/, '最多 $1 个字。'],
  [/^Field must have minimum length of (\d+)\.$/, '至少 $1 个字。'],
  [/^Field must have maximum value of (\S+)\.$/, '不得大于 $1。'],
  [/^Field must have minimum value of (\S+)\.$/, '不得小于 $1。'],
  [/^Select$/, '请选择'],
  [/^No results$/, '没有找到']
];

/** "Start process: Complaint" names one after a colon. */
function named(names, text) {
  return [text, text.slice(text.indexOf(': ') + 2)].find(name => Object.hasOwn(names, name));
}

function rename(names, text) {
  const said = text.nodeValue.trim();
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

function renameSearch(node) {
  if (node instanceof Element) {
    node.querySelectorAll('.fjs-container input[placeholder="Search"]').forEach(search => search.placeholder = '搜索');
  }
}

if (navigator.language.toLowerCase().startsWith('zh')) {
  read('desk-names-0.1.0.json').then(names => watch(text => rename(names, text), renameSearch));
}

export default {
  id: 'minyi-desk-names',
  pluginPoint: 'tasklist.header',
  priority: 0,
  render() {}
};
