// Stands in the place of the Tasklist's own config.js: its shortcuts kept, our name, our languages, our dossier.
export default {
  app: {
    vendor: '民意',
    name: 'Minyi'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    // Of two languages that are loaded the last one to arrive says the dates: one is loaded.
    fallbackLocale: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
  },
  dateFormat: {
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY-MM-DD HH:mm'
  },
  disableWelcomeMessage: true,
  // The files carry a version in their names: browsers keep what they once loaded.
  customScripts: [
    'scripts/login-0.1.0.js', 'scripts/desk-0.1.0.js', 'scripts/matter-card-0.3.0.js', 'scripts/dossier-panel-0.4.0.js',
    'scripts/calendar-missing-0.1.0.js', 'scripts/sms-silent-0.1.0.js', 'scripts/hotline-0.1.0.js', 'scripts/desk-names-0.1.0.js',
    'scripts/refusals-0.1.0.js'
  ],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
