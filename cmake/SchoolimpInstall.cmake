# Install rules: headers, static library, schemas, CMake package (schoolimp::headers, schoolimp::schoolimp) and schoolimp.pc.
include(CMakePackageConfigHelpers)

install(TARGETS schoolimp_headers schoolimp EXPORT schoolimpTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
set_target_properties(schoolimp PROPERTIES EXPORT_NAME schoolimp)
install(DIRECTORY include/schoolimp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY src/io/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/schoolimp/schemas FILES_MATCHING PATTERN "*.schema.json")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/schoolimp)
install(EXPORT schoolimpTargets NAMESPACE schoolimp:: DESTINATION ${package_dir})
configure_package_config_file(cmake/schoolimpConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/schoolimpConfigVersion.cmake DESTINATION ${package_dir})

# Full directories: a prefix joined by hand breaks when the directories are absolute.
configure_file(cmake/schoolimp.pc.in ${CMAKE_CURRENT_BINARY_DIR}/schoolimp.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/schoolimp.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
