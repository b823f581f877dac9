// What the banner of a missing year says. Plain JSON after "export default": a test reads it and compares the languages.
export default {
  "en": {
    "missing": "{0} is not in the working calendar yet: deadlines that reach into it are counted without its arrangement, until an administrator imports it.",
    "door": "Open the calendar"
  },
  "zh": {
    "missing": "{0}年的放假安排尚未录入工作日历：在管理员导入之前，跨入该年的期限未按其安排计算。",
    "door": "打开工作日历"
  }
};
