// Stands in the place of the app's own config.js: our name, no advertisement.
export default {
  app: {
    vendor: '民意',
    name: 'Minyi'
  },
  disableWelcomeMessage: true
};
