package io.virtstack.quantity;

import com.google.common.collect.ImmutableList;
import net.jqwik.api.Arbitrary;

class CpuProperties implements TextFormLaws<Cpu>, TotalOrderLaws<Cpu>, GroupLaws<Cpu> {
    @Override
    public Arbitrary<Cpu> values() {
        return Longs.near(ImmutableList.of(1000L, 1_000_000L)).map(Cpu::ofMillis);
    }

    @Override
    public String format(Cpu value) {
        return value.toString();
    }

    @Override
    public Cpu parse(String text) {
        return Cpu.parse(text);
    }

    @Override
    public Cpu zero() {
        return Cpu.ZERO;
    }

    @Override
    public Cpu plus(Cpu one, Cpu other) {
        return one.plus(other);
    }

    @Override
    public Cpu minus(Cpu one, Cpu other) {
        return one.minus(other);
    }

    @Override
    public Cpu times(Cpu value, long factor) {
        return value.times(factor);
    }

    @Override
    public long amount(Cpu value) {
        return value.millis();
    }
}
