// What Tasklist says of a call. Plain JSON after "export default": a test reads it and compares the languages.
export default {
  "en": {
    "call": "A call to the hotline is on your line.",
    "confidential": "An officer speaks to you on the police hotline.",
    "open": "Open the form"
  },
  "zh": {
    "call": "群众热线来电已接通到您的话机。",
    "confidential": "民警热线来电已接通到您的话机。",
    "open": "打开登记表"
  }
};
