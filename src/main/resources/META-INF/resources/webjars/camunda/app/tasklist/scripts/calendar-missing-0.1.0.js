// Over the desk of leaders, the director and administrators: a year that the working calendar does not know though it is time.
// Whether there is one, and for whom, our own side says.
import words from './calendar-words-0.1.0.js';

const appRoot = document.querySelector('base').getAttribute('app-root') || '/camunda';
const home = appRoot.replace(/\/camunda$/, '');
const say = words[navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'];

function hang(year) {
  document.getElementById('calendar-missing')?.remove();
  document.body.classList.toggle('calendar-missing', Boolean(year));
  if (year) {
    const banner = document.createElement('p');
    banner.id = 'calendar-missing';
    banner.setAttribute('role', 'alert');
    const door = document.createElement('a');
    door.href = `${home}/calendar?year=${year}`;
    door.textContent = say.door;
    banner.append(say.missing.replace('{0}', year), ' ', door);
    document.body.append(banner);
  }
}

export default {
  id: 'minyi-calendar-missing',
  pluginPoint: 'tasklist.header',
  priority: 0,
  async render() {
    const answer = await fetch(home + '/calendar/api/missing', {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
      .catch(() => null);
    if (answer && answer.ok) {
      hang((await answer.json()).year);
    }
  }
};
