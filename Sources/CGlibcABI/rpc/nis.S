// <rpcsvc/ypclnt.h>, <rpcsvc/nis.h>: NIS's functions, which glibc keeps for programs linked before 2.32. They come from libnsl.so.2, which is what
// glibc's libnsl became, with the same structures; forward.c finds it at the first call.
#if defined __x86_64__
.macro forward name:req
    .section .text.forward.\name, "ax", @progbits
    .globl glibc_compat_nis_\name
    .type glibc_compat_nis_\name, @function
    .symver glibc_compat_nis_\name, \name@GLIBC_2.2.5
    .p2align 4
glibc_compat_nis_\name:
    .cfi_startproc
    movq .Lplace_\name(%rip), %r11
    testq %r11, %r11
    jz 1f
    jmp *%r11
1:  leaq .Lname_\name(%rip), %r11
    leaq .Lplace_\name(%rip), %rax
    jmp .Lfind
    .cfi_endproc
    .size glibc_compat_nis_\name, . - glibc_compat_nis_\name
    .section .rodata.str1.1, "aMS", @progbits, 1
.Lname_\name:
    .asciz "\name"
    .local .Lplace_\name
    .comm .Lplace_\name, 8, 8
.endm

// r11 names the function, rax is where its address is kept; the arguments of the call stay what they are.
    .text
    .p2align 4
.Lfind:
    .cfi_startproc
    .irp register, rdi, rsi, rdx, rcx, r8, r9, rax
    pushq %\register
    .cfi_adjust_cfa_offset 8
    .endr
    movq %r11, %rdi
    call glibc_compat_nis
    popq %r10
    .cfi_adjust_cfa_offset -8
    movq %rax, (%r10)
    movq %rax, %r11
    .irp register, r9, r8, rcx, rdx, rsi, rdi
    popq %\register
    .cfi_adjust_cfa_offset -8
    .endr
    jmp *%r11
    .cfi_endproc

forward __nisbind_destroy
forward nis_add
forward nis_add_entry
forward nis_addmember
forward nis_checkpoint
forward nis_clone_directory
forward nis_clone_object
forward nis_clone_result
forward nis_creategroup
forward nis_destroy_object
forward nis_destroygroup
forward nis_dir_cmp
forward nis_domain_of
forward nis_domain_of_r
forward nis_first_entry
forward nis_free_directory
forward nis_free_object
forward nis_free_request
forward nis_freenames
forward nis_freeresult
forward nis_freeservlist
forward nis_freetags
forward nis_getnames
forward nis_getservlist
forward nis_ismember
forward nis_leaf_of
forward nis_leaf_of_r
forward nis_lerror
forward nis_list
forward nis_local_directory
forward nis_local_group
forward nis_local_host
forward nis_local_principal
forward nis_lookup
forward nis_mkdir
forward nis_modify
forward nis_modify_entry
forward nis_name_of
forward nis_name_of_r
forward nis_next_entry
forward nis_perror
forward nis_ping
forward nis_print_directory
forward nis_print_entry
forward nis_print_group
forward nis_print_group_entry
forward nis_print_link
forward nis_print_object
forward nis_print_result
forward nis_print_rights
forward nis_print_table
forward nis_read_obj
forward nis_remove
forward nis_remove_entry
forward nis_removemember
forward nis_rmdir
forward nis_servstate
forward nis_sperrno
forward nis_sperror
forward nis_sperror_r
forward nis_stats
forward nis_verifygroup
forward nis_write_obj
forward xdr_cback_data
forward xdr_domainname
forward xdr_keydat
forward xdr_obj_p
forward xdr_valdat
forward xdr_ypbind_resptype
forward xdr_ypmap_parms
forward xdr_ypmaplist
forward xdr_yppushresp_xfr
forward xdr_ypreq_key
forward xdr_ypreq_nokey
forward xdr_ypreq_xfr
forward xdr_ypresp_all
forward xdr_ypresp_key_val
forward xdr_ypresp_maplist
forward xdr_ypresp_master
forward xdr_ypresp_order
forward xdr_ypresp_val
forward xdr_ypresp_xfr
forward xdr_ypstat
forward xdr_ypxfrstat
forward yp_all
forward yp_bind
forward yp_first
forward yp_get_default_domain
forward yp_maplist
forward yp_master
forward yp_match
forward yp_next
forward yp_order
forward yp_unbind
forward ypbinderr_string
forward yperr_string
forward ypprot_err
#endif

    .section .note.GNU-stack, "", @progbits
