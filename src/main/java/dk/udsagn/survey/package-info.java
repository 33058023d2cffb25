/**
 * Figures of questionnaires beside what was said: checks of figures, of a sample beside its population, of claims about respondents, and the joint
 * display. Entries: {@link dk.udsagn.survey.Survey}, {@link dk.udsagn.survey.FigureCheck},
 * {@link dk.udsagn.survey.Claim}, {@link dk.udsagn.survey.JointDisplay}. Imports excerpt, coding and the ground. A figure that is missing stays missing; nothing is guessed.
 */
package dk.udsagn.survey;
