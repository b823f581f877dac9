package org.minyi.channel.sms.cmpp;

import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppDeliverResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppReportRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitResponseMessage;
import com.zx.sms.common.util.MsgId;
import com.zx.sms.connect.manager.EndpointEntity.SupportLongMessage;
import com.zx.sms.connect.manager.EndpointManager;
import com.zx.sms.connect.manager.cmpp.CMPPServerChildEndpointEntity;
import com.zx.sms.connect.manager.cmpp.CMPPServerEndpointEntity;
import com.zx.sms.handler.api.AbstractBusinessHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A CMPP gateway that somebody else wrote, which counts what it is given and answers as a test wishes. */
@SuppressWarnings("FutureReturnValueIgnored")
final class CmppGateway implements AutoCloseable {

    static final String ACCOUNT = "900110";
    static final String SECRET = "secret";
    private static final AtomicInteger GATEWAYS = new AtomicInteger();

    /** Takes it, and says under which result; null for not at all. */
    volatile Function<CmppSubmitRequestMessage, Integer> answers = sms -> 0;

    /** The states of the reports that come before the answer. */
    volatile Function<CmppSubmitRequestMessage, List<String>> early = sms -> List.of();

    /** The states of the reports that follow it. */
    volatile Function<CmppSubmitRequestMessage, List<String>> reports = sms -> List.of();

    private final CMPPServerEndpointEntity server = new CMPPServerEndpointEntity();
    private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private final Map<Integer, CountDownLatch> delivered = new ConcurrentHashMap<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final int port = freePort();

    /** A part as it arrived, and the id it was given. */
    record Submitted(MsgId id, CmppSubmitRequestMessage sms) {}

    CmppGateway(CmppVersion version) {
        var name = "gateway-" + GATEWAYS.incrementAndGet();
        server.setId(name);
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setValid(true);
        server.setUseSSL(false);
        var account = new CMPPServerChildEndpointEntity();
        account.setId(name + "-account");
        account.setGroupName("minyi");
        account.setUserName(ACCOUNT);
        account.setPassword(SECRET);
        account.setVersion(version.code());
        account.setValid(true);
        account.setMaxChannels((short) 16);
        account.setMaxRetryCnt((short) 5);
        account.setRetryWaitTimeSec((short) 1);
        account.setCloseWhenRetryFailed(false);
        account.setReSendFailMsg(false);
        account.setSupportLongmsg(SupportLongMessage.SEND);
        account.setBusinessHandlerSet(List.of(new Clerk()));
        server.addchild(account);
        try {
            EndpointManager.INS.openEndpoint(server);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    int port() {
        return port;
    }

    List<Submitted> submitted() {
        return List.copyOf(submitted);
    }

    void forget() {
        submitted.clear();
    }

    int logins() {
        return logins.get();
    }

    boolean deliverable() {
        return !channels.isEmpty();
    }

    void cut() {
        channels.forEach(Channel::close);
    }

    /** Brings a message and answers whether it was acknowledged in time; until then it is brought again each second. */
    boolean deliver(CmppDeliverRequestMessage message, long seconds) throws InterruptedException {
        var acknowledged = new CountDownLatch(1);
        delivered.put(message.getHeader().getSequenceId(), acknowledged);
        channels.iterator().next().writeAndFlush(message);
        return acknowledged.await(seconds, TimeUnit.SECONDS);
    }

    CmppDeliverRequestMessage report(Submitted about, String state) {
        var report = new CmppReportRequestMessage();
        report.setMsgId(about.id());
        report.setStat(state);
        report.setSubmitTime("2611290900");
        report.setDoneTime("2611290901");
        report.setDestterminalId(about.sms().getDestterminalId()[0]);
        var message = new CmppDeliverRequestMessage();
        message.setDestId(about.sms().getSrcId());
        message.setSrcterminalId(about.sms().getDestterminalId()[0]);
        message.setReportRequestMessage(report);
        return message;
    }

    @Override
    public void close() {
        EndpointManager.INS.close(server);
        cut();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ChannelHandler.Sharable
    private final class Clerk extends AbstractBusinessHandler {

        @Override
        public String name() {
            return "clerk";
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            logins.incrementAndGet();
            channels.add(context.channel());
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            channels.remove(context.channel());
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof CmppSubmitRequestMessage sms) {
                take(context, sms);
            } else if (message instanceof CmppDeliverResponseMessage answer && answer.getResult() == 0) {
                var waiting = delivered.get(answer.getHeader().getSequenceId());
                if (waiting != null) {
                    waiting.countDown();
                }
            } else {
                super.channelRead(context, message);
            }
        }

        private void take(ChannelHandlerContext context, CmppSubmitRequestMessage sms) {
            var result = answers.apply(sms);
            var taken = new Submitted(new MsgId(), sms);
            if (result == null || result == 0) {
                submitted.add(taken);
                early.apply(sms).forEach(state -> context.writeAndFlush(report(taken, state)));
            }
            if (result != null) {
                var answer = new CmppSubmitResponseMessage(sms.getHeader().getSequenceId());
                answer.setMsgId(taken.id());
                answer.setResult(result);
                context.writeAndFlush(answer);
            }
            if (result == null || result == 0) {
                reports.apply(sms).forEach(state -> context.executor()
                        .schedule(() -> context.writeAndFlush(report(taken, state)), 10, TimeUnit.MILLISECONDS));
            }
        }
    }
}
