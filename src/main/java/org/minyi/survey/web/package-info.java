/** The waves as a page and as JSON, for those who answer for the survey. */
package org.minyi.survey.web;
