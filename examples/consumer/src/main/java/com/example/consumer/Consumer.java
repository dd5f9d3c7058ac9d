package com.example.consumer;

import io.virtstack.AggregationEngine;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;

/** Prints the footprint of three virtual machines. */
public final class Consumer {
    private Consumer() {}

    /**
     * Prints the footprint.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Application orders = Application.builder("orders")
                .disk("5 MB")
                .memory("150 MB")
                .cpu("200m")
                .build();
        Binaries python =
                Binaries.builder("python-deps").disk("48 MB").runs(orders).build();
        GuestOS debian = GuestOS.builder("debian-12")
                .disk("700 MB")
                .memory("180 MB")
                .cpu("50m")
                .runs(python)
                .build();
        Hardware rack = Hardware.builder("rack-1")
                .runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("2 GB")
                        .cpu("500m")
                        .runs(debian, 3)
                        .build())
                .build();

        System.out.println(AggregationEngine.create().footprint(rack));
        System.out.println("run as " + Consumer.class.getModule());
    }
}
