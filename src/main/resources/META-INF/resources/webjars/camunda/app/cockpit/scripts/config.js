// Stands in the place of the app's own config.js: our name, no advertisement, the history of matters.
export default {
  app: {
    vendor: '民意',
    name: 'Minyi'
  },
  disableWelcomeMessage: true,
  // The files carry a version in their names: browsers keep what they once loaded.
  customScripts: ['scripts/login-0.1.0.js', 'scripts/history-0.1.0.js']
};
