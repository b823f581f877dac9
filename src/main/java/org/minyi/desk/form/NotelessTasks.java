package org.minyi.desk.form;

import java.io.InputStream;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/**
 * The engine's tasks, without its notes and files: the engine lets whoever reads a task write them, the auditor too, and
 * keeps a citizen's words in its history for ever. Those of before are read by whoever reads the task: the engine gives
 * one to everybody who knows its id.
 */
abstract class NotelessTasks extends TaskServiceImpl {

    /** Refuses somebody logged in altogether. */
    final void shut(String why) {
        new FormGate(commandExecutor).shut(why);
    }

    private void noNotes() {
        shut("a task takes words by its form, and no notes and files");
    }

    private boolean isRead(String taskId) {
        return createTaskQuery().taskId(taskId).count() > 0
                || new HistoricTaskInstanceQueryImpl(commandExecutor)
                                .taskId(taskId)
                                .count()
                        > 0;
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return isRead(taskId) ? super.getTaskComment(taskId, commentId) : null;
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        return isRead(taskId) ? super.getTaskAttachment(taskId, attachmentId) : null;
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        return isRead(taskId) ? super.getTaskAttachmentContent(taskId, attachmentId) : null;
    }

    @Override
    public void addComment(String taskId, String processInstance, String message) {
        noNotes();
        super.addComment(taskId, processInstance, message);
    }

    @Override
    public Comment createComment(String taskId, String processInstance, String message) {
        noNotes();
        return super.createComment(taskId, processInstance, message);
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        noNotes();
        super.updateTaskComment(taskId, commentId, message);
    }

    @Override
    public void updateProcessInstanceComment(String processInstanceId, String commentId, String message) {
        noNotes();
        super.updateProcessInstanceComment(processInstanceId, commentId, message);
    }

    @Override
    public void deleteTaskComment(String taskId, String commentId) {
        noNotes();
        super.deleteTaskComment(taskId, commentId);
    }

    @Override
    public void deleteTaskComments(String taskId) {
        noNotes();
        super.deleteTaskComments(taskId);
    }

    @Override
    public void deleteProcessInstanceComment(String processInstanceId, String commentId) {
        noNotes();
        super.deleteProcessInstanceComment(processInstanceId, commentId);
    }

    @Override
    public void deleteProcessInstanceComments(String processInstanceId) {
        noNotes();
        super.deleteProcessInstanceComments(processInstanceId);
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        noNotes();
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        noNotes();
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        noNotes();
        super.saveAttachment(attachment);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        noNotes();
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        noNotes();
        super.deleteTaskAttachment(taskId, attachmentId);
    }
}
