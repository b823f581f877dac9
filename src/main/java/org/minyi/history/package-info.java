/** What became of matters, step by step, as the engine's history tells it: for the auditor, and for each their own. */
package org.minyi.history;
