/** The custodian's decision as identity-request.bpmn draws it. */
package org.minyi.custody.process;
