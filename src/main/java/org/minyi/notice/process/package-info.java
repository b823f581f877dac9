/** The service of a document as serve-notice.bpmn draws it. */
package org.minyi.notice.process;
